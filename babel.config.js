// The oldest phones WeChat's current base library still serves; `?.`, `??` and `#private` are compiled away.
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets: { ios: '12', chrome: '69' } }],
  ],
}
