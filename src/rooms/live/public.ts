export { LiveEntry } from './LiveEntry'
export { sayShowing, TopicBroadcast, TopicPicture } from './TopicBroadcast'
