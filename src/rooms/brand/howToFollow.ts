/** What a phone does with a code that it shows itself. */
export const howToFollow = '长按二维码，识别后关注'
