/** The English texts, one namespace a subject. A new subject: its file in `en/`, its line here. */
import account from './en/account.json'
import alarm from './en/alarm.json'
import analysis from './en/analysis.json'
import audit from './en/audit.json'
import caseTexts from './en/case.json'
import cases from './en/cases.json'
import clinical from './en/clinical.json'
import common from './en/common.json'
import document from './en/document.json'
import duty from './en/duty.json'
import facilities from './en/facilities.json'
import failure from './en/failure.json'
import finding from './en/finding.json'
import newCase from './en/newCase.json'
import people from './en/people.json'
import queue from './en/queue.json'
import report from './en/report.json'
import review from './en/review.json'
import shell from './en/shell.json'
import signIn from './en/signIn.json'
import trace from './en/trace.json'
import wall from './en/wall.json'

export const en = {
  account,
  alarm,
  analysis,
  audit,
  case: caseTexts,
  cases,
  clinical,
  common,
  duty,
  document,
  facilities,
  failure,
  finding,
  newCase,
  people,
  queue,
  report,
  review,
  shell,
  signIn,
  trace,
  wall,
}
