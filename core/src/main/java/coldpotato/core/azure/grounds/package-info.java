/**
 * What a model of Azure rests on: the documents, and the assumptions where they are silent or contradict each other; read {@link
 * coldpotato.core.azure.grounds.Assumptions} first.
 */
package coldpotato.core.azure.grounds;
