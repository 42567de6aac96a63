/** What models ask of the system of record. */
package org.baton.records.process;
