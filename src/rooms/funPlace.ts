import Taro from '@tarojs/taro'

/** The three parts of the tab 沃有趣. */
export type FunPlace = 'talk' | 'union' | 'centre'

interface Wish {
  place: FunPlace
  /** Of 沃谈会 the board whose posts are asked for. */
  boardId?: string
}

// A tab takes no parameters: what another page asked for waits here until the tab is shown.
let wished: Wish | undefined

function wish(what: Wish): void {
  wished = what
  void Taro.switchTab({ url: '/pages/fun/index' })
}

export function openFun(place: FunPlace): void {
  wish({ place })
}

/** Leads to the posts of one board. */
export function openBoard(boardId: string): void {
  wish({ place: 'talk', boardId })
}

/** What was asked for, once. */
export function takeFunPlace(): Wish | undefined {
  const taken = wished
  wished = undefined
  return taken
}
