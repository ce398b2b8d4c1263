/** Tests of reviews; read {@link coldpotato.scenarios.review.ReviewTest} first. */
package coldpotato.scenarios.review;
