/** How referrals begin their pathway and what pathways ask at the door. */
package org.baton.pathway.process;
