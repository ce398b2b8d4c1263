/** The rules of the house, held by tests; read {@link coldpotato.house.DependencyTest} first. */
package coldpotato.house;
