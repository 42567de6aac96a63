/** Baton's own REST API for referrals and cases. */
package org.baton.pathway.web;
