export { LiveEntry } from './LiveEntry'
export { TopicBroadcast } from './TopicBroadcast'
