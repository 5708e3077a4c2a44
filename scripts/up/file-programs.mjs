/** Programs that read files only: they need no database and no client of one, and should start at once. */
export const FILE_PROGRAMS = ['ecg', 'bench-ecg', 'bench-ecg-engine', 'fuzz', 'formats']
