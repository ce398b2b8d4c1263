/** What is hot, measured with JMH against a baseline of the same run; read {@link coldpotato.bench.Measured} first. */
package coldpotato.bench;
