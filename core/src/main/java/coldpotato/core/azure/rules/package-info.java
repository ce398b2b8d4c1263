/**
 * What has no meaning in a model, what Azure refuses and what its documents advise against; read {@link
 * coldpotato.core.azure.rules.Validity} first.
 */
package coldpotato.core.azure.rules;
