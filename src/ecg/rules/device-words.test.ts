import { describe, expect, it } from 'vitest'
import { judgeDeviceWords } from './device-words'

const classOf = (statement: string) => judgeDeviceWords([statement])[0]?.class ?? null

describe('words of the device', () => {
  it.each([
    '>>> Acute MI <<<',
    '** ** ACUTE MI / STEMI ** **',
    'Inferior infarct, acute (LCx): ST>0.10mV, II III aVF, STd V1-V3',
    'ST elevation myocardial infarction',
    'Anterolateral injury pattern',
    'Possible LVH, acute MI',
    'Acute MI; changes since previous ECG',
    'No previous ECG available. ACUTE MI',
    'Ventricular tachycardia',
    'Wide QRS tachycardia',
    'Ventricular fibrillation',
    'Sinus rhythm with complete AV block',
    'Third degree AV block',
    'AV block, complete',
    'Asystole',
    'Острый инфаркт миокарда нижней стенки',
    'ОИМ передней стенки',
    'ОКС с подъёмом ST',
    'Желудочковая тахикардия',
    'Фибрилляция желудочков',
    'Полная АВ-блокада',
    'АВ-блокада III степени',
    'Oʻtkir miokard infarkti',
    'Ўткир миокард инфаркти',
    'Qorinchalar fibrillyatsiyasi',
    'Toʻliq AV blokada',
    'Тўлиқ АВ блокада',
    'INFARTO MIOCARDICO ACUTO',
    'INFARTO INFERIORE, ACUTO',
    'TACHICARDIA VENTRICOLARE',
    'BLOCCO AV COMPLETO',
    'Akuter Hinterwandinfarkt',
    'ST-Hebungsinfarkt',
    'Kammerflimmern',
    'AV-Block III. Grades',
  ])('%s: EMERGENT', (statement) => {
    expect(classOf(statement)).toBe('EMERGENT')
  })

  it.each([
    'Possible acute MI',
    'Inferior infarct, possibly acute',
    'Cannot rule out acute anterior infarct',
    'Acute MI cannot be excluded',
    'ST elevation, consider acute infarct',
    'Probable ventricular tachycardia',
    'Old inferior infarct',
    'Septal infarct, age undetermined',
    'Anterior infarct',
    'Acute MI?',
    'Возможен острый инфаркт миокарда',
    'Нельзя исключить ОИМ',
    'Острый инфаркт не исключается',
    'Рубцовые изменения, перенесенный инфаркт',
    'Oʻtkir infarkt ehtimoli',
    'Oʻtkir infarktni inkor etib boʻlmaydi',
    'Эски инфаркт',
    'Possibile infarto acuto',
    'Infarto inferiore pregresso',
    'Verdacht auf akuten Infarkt',
    'Akuter Infarkt nicht auszuschließen',
    'Alter Vorderwandinfarkt',
  ])('%s: URGENT', (statement) => {
    expect(classOf(statement)).toBe('URGENT')
  })

  it.each([
    'No acute MI',
    'No evidence of acute infarct',
    'Acute MI ruled out',
    'Without signs of ventricular tachycardia',
    'Признаков острого инфаркта нет',
    'Без признаков инфаркта',
    'Oʻtkir infarkt belgilari yoʻq',
    'Nessun segno di infarto acuto',
    'Kein Hinweis auf akuten Infarkt',
    'Akuter Infarkt ausgeschlossen',
    'Sinus bradycardia: rate< 50',
    'Supraventricular tachycardia',
    'Nonspecific intraventricular conduction delay: QRSd >115mS, not LBBB/RBBB',
    'ANTERIOR ST ELEVATION, PROBABLY DUE TO LVH: ST >0.20 mV in V1-V4 & LVH',
    'PROBABLE LEFT VENTRICULAR HYPERTROPHY: (RaVL+SV3)xQRSd >280',
    'First degree AV block',
    'RITMO SINUSALE',
    'ECG NORMALE',
    'Mild mitral insufficiency',
    'Наджелудочковая тахикардия',
    'Acute pericarditis',
  ])('%s: nothing', (statement) => {
    expect(classOf(statement)).toBeNull()
  })

  it('takes the most urgent thing of a statement, and each statement by itself', () => {
    expect(
      judgeDeviceWords(['Old anterior infarct; ventricular tachycardia', 'Sinus rhythm', 'Possible acute MI']),
    ).toEqual([
      {
        statement: 'Old anterior infarct; ventricular tachycardia',
        danger: 'ventricular-tachycardia',
        class: 'EMERGENT',
      },
      { statement: 'Possible acute MI', danger: 'acute-infarct', class: 'URGENT' },
    ])
  })
})
