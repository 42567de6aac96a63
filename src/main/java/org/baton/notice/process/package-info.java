/** What models ask to be told to people. */
package org.baton.notice.process;
