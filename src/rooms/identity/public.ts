export { type Colleague, ColleaguePicker } from './ColleaguePicker'
export { PhoneRow } from './PhoneRow'
