/** The command line, one class per command; read {@link coldpotato.scenarios.cli.Coldpotato} first. */
package coldpotato.scenarios.cli;
