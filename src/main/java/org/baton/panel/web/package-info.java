/** The panels over REST: meetings, who sits, votes and decisions. */
package org.baton.panel.web;
