export { aboutEvent, aboutProduct, postAbout } from './about'
