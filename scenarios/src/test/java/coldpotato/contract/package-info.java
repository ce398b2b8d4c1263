/** What a speaker does wherever it runs, said once and tried on every host; read {@code SessionContractTest} first. */
package coldpotato.contract;
