/** A code on a screen of its own is read by the phone. */
export const howToFollow = '用微信扫一扫，扫了就能关注'
