/** What models may do to the case they carry. */
package org.baton.casefile.process;
