/**
 * The run told as an incident review: what broke, from when to when, for whom, and why; read {@link
 * coldpotato.scenarios.review.Review} first.
 */
package coldpotato.scenarios.review;
