/** Every rule, in the order in which it runs and is listed. A new one: its file, its line here, its texts. */
import { con01 } from './con-01-lbbb'
import { con02 } from './con-02-rbbb'
import { con03Irbbb, con03Ivcd } from './con-03-delay'
import { con03Lafb, con03Lpfb } from './con-03-fascicles'
import { hyp01 } from './hyp-01-lvh'
import { hyp02Lae, hyp02Rae, hyp02Rvh } from './hyp-02-chambers'
import { hyp02Axis, hyp02LowVoltage, hyp02PoorR } from './hyp-02-voltage-and-axis'
import { isc01 } from './isc-01-stemi'
import { isc02 } from './isc-02-borderline-stemi'
import { isc03 } from './isc-03-right-ventricle'
import { isc04 } from './isc-04-posterior'
import { isc05 } from './isc-05-reciprocal'
import { isc06 } from './isc-06-sgarbossa'
import { isc07 } from './isc-07-smith'
import { isc08 } from './isc-08-barcelona'
import { isc09 } from './isc-09-lbbb-with-pain'
import { isc10 } from './isc-10-de-winter'
import { isc11 } from './isc-11-hyperacute-t'
import { isc12 } from './isc-12-wellens'
import { isc13 } from './isc-13-diffuse-depression'
import { isc14 } from './isc-14-other-ischaemia'
import { isc15 } from './isc-15-pericarditis'
import { isc16 } from './isc-16-early-repolarisation'
import { isc17 } from './isc-17-aneurysm'
import { isc18 } from './isc-18-aslanger'
import { isc19 } from './isc-19-q-waves'
import { isc20 } from './isc-20-diagonal'
import { isc21 } from './isc-21-concordant-t'
import { met01 } from './met-01-tall-t'
import { met02 } from './met-02-severe-hyperkalaemia'
import { met03 } from './met-03-hypokalaemia'
import { met04HighCalcium, met04LowCalcium } from './met-04-calcium'
import { met04Digitalis, met04Osborn } from './met-04-shapes'
import { oth02 } from './oth-02-right-strain'
import { rhy01 } from './rhy-01-fibrillation'
import { rhy02 } from './rhy-02-asystole'
import { rhy03 } from './rhy-03-wide-tachycardia'
import { rhy04 } from './rhy-04-ventricular-runs'
import { rhy05 } from './rhy-05-polymorphic'
import { rhy06 } from './rhy-06-pre-excited'
import { rhy07 } from './rhy-07-atrial-fibrillation'
import { rhy08 } from './rhy-08-flutter-svt'
import { rhy09 } from './rhy-09-severe-tachycardia'
import { rhy10 } from './rhy-10-complete-block'
import { rhy11 } from './rhy-11-severe-bradycardia'
import { rhy12 } from './rhy-12-advanced-block'
import { rhy13 } from './rhy-13-mobitz-two'
import { rhy14 } from './rhy-14-av-block'
import { rhy15 } from './rhy-15-pause'
import { rhy16 } from './rhy-16-qt'
import { rhy17 } from './rhy-17-pacemaker'
import { rhy18 } from './rhy-18-brugada'
import { rhy19 } from './rhy-19-pre-excitation'
import type { Rule } from './rule'

/** Where one builds on another, it comes after it: 03 on 06, 07 on 08. */
const RHYTHM: readonly Rule[] = [
  rhy01,
  rhy02,
  rhy06,
  rhy03,
  rhy04,
  rhy05,
  rhy08,
  rhy07,
  rhy09,
  rhy10,
  rhy11,
  rhy12,
  rhy13,
  rhy14,
  rhy15,
  rhy16,
  rhy17,
  rhy18,
  rhy19,
]

const CONDUCTION: readonly Rule[] = [con01, con02, con03Lafb, con03Lpfb, con03Irbbb, con03Ivcd]

const ISCHAEMIA: readonly Rule[] = [
  isc01,
  isc02,
  isc03,
  isc04,
  isc05,
  isc06,
  isc07,
  isc08,
  isc09,
  isc10,
  isc11,
  isc12,
  isc13,
  isc14,
  isc15,
  isc16,
  isc17,
  isc18,
  isc19,
  isc20,
  isc21,
]

const HYPERTROPHY: readonly Rule[] = [hyp01, hyp02Rvh, hyp02Lae, hyp02Rae, hyp02LowVoltage, hyp02Axis, hyp02PoorR]

const METABOLISM: readonly Rule[] = [
  met01,
  met02,
  met03,
  met04LowCalcium,
  met04HighCalcium,
  met04Digitalis,
  met04Osborn,
  oth02,
]

export const RULES: readonly Rule[] = [...RHYTHM, ...CONDUCTION, ...ISCHAEMIA, ...HYPERTROPHY, ...METABOLISM]
