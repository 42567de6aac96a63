/** What stands between the network and everything else: logins and their limits, foreign pages, headers, answers to errors, leavers. */
package org.baton.platform.web;
