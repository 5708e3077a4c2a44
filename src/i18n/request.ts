/** What next-intl asks for with every request. English is the only language yet; the address never names one. */
import { getRequestConfig } from 'next-intl/server'
import { TIME_ZONE } from './format'
import { en } from './messages/en'

export default getRequestConfig(() => ({ locale: 'en', messages: en, timeZone: TIME_ZONE }))
