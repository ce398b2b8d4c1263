/** What may be done to a model, each a function from model to model; read {@link coldpotato.core.azure.operations.Operation} first. */
package coldpotato.core.azure.operations;
