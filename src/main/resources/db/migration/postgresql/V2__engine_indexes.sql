-- What the engine selects by on every completion and every poll, and 7.24.0 has no index for.
create index BATON_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_);
create index BATON_TASK_DUE on ACT_RU_TASK (TENANT_ID_, DUE_DATE_);
create index BATON_JOB_DUE on ACT_RU_JOB (DUEDATE_);
create index BATON_JOB_PRIORITY on ACT_RU_JOB (PRIORITY_ desc, DUEDATE_);
create index BATON_JOB_LOCKED on ACT_RU_JOB (PROCESS_INSTANCE_ID_, LOCK_EXP_TIME_) where LOCK_OWNER_ is not null;
