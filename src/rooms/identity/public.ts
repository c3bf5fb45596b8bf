export { type Colleague, ColleaguePicker } from './ColleaguePicker'
export { linkVerb, saveLink } from './saveLink'
