/** The notices over REST. */
package org.baton.notice.web;
