/** The part of the catalogue for coins by hand and the rules of earning: see `errors.ts`. */
export const coinErrors = {
  COIN_HAND_OWN: { kind: 'denied', zh: '自己的沃币和经验要由别人来提' },
  COIN_HAND_EMPTY: { kind: 'invalid', zh: '沃币和经验都是 0，至少填一项' },
  COIN_HAND_MISSING: { kind: 'missing', zh: '没有找到这一笔' },
  COIN_HAND_DECIDED: { kind: 'conflict', zh: '这一笔已经处理过了，请刷新后再看' },
  COIN_HAND_NOT_YOURS: { kind: 'denied', zh: '复核要由另一位同事来：不是发起人，也不是收到的人' },
  COIN_BATCH_UNREADABLE: { kind: 'invalid', zh: '文件读不出来：要 UTF-8 的 CSV，列名照模板' },
  COIN_BATCH_TOO_LONG: { kind: 'invalid', zh: '一次最多两千行，请分成几份' },
  COIN_BATCH_MISSING: { kind: 'missing', zh: '没有找到这一批' },
  COIN_BATCH_DECIDED: { kind: 'conflict', zh: '这一批已经处理过了，请刷新后再看' },
  COIN_BATCH_WRONG: { kind: 'invalid', zh: '文件里有错的行，改好再提交，什么都没有动' },
  COIN_RULES_WRONG: { kind: 'invalid', zh: '规则对不上：时段要结束晚于开始，上限不小于一次' },
  COIN_RULES_TOO_SOON: { kind: 'invalid', zh: '生效时间至少在 5 分钟以后，一年之内' },
  COIN_RULES_CHANGED: { kind: 'conflict', zh: '规则刚刚有了新的版本，请刷新后再改' },
  COIN_RULES_SCHEDULED: { kind: 'conflict', zh: '已经有一版等着生效，先撤下它再排新的' },
  COIN_RULES_BEGUN: { kind: 'conflict', zh: '这一版已经生效或马上生效，不能再撤' },
  COIN_RULES_MISSING: { kind: 'missing', zh: '没有找到这一版规则' },
} as const
