/**
 * A scenario file, read with every mistake at once: the tree as read, the tree as merged, the scenario. Read
 * {@link coldpotato.scenarios.file.ScenarioReader} first.
 */
package coldpotato.scenarios.file;
