/** Writes the files of an authority to begin with. */
package org.baton.platform.starter;
