/** A page to read the embedded record system. */
package org.baton.records.web;
