/** The manufacturer in every file that we make ourselves; readers know a synthetic ECG by it. */
export const SYNTHETIC_MANUFACTURER = 'YURAK SYNTHETIC'
