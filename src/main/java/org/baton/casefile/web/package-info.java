/** How a right that is missing is answered over REST and on pages. */
package org.baton.casefile.web;
