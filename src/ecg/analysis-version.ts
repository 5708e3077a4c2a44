/** Of the engine; changes whenever a number may come out differently. */
export const ANALYSIS_VERSION = '1.1.0'
