/** Our speaker against the daemons that Debian packages, in network namespaces. Read {@code Lab} first. */
package coldpotato.interop;
