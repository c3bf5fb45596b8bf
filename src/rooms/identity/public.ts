export { type Colleague, ColleaguePicker } from './ColleaguePicker'
