'use client'
/** The same words inside the shell, so that alarms and navigation stay. */
export { default } from '../error'
