export default definePageConfig({
  navigationBarTitleText: '文章',
  usingComponents: { 'mp-html': 'mp-html/dist/mp-weixin/index' },
})
