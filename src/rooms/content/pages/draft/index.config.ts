export default definePageConfig({
  navigationBarTitleText: '写文章',
  usingComponents: { 'mp-html': 'mp-html/dist/mp-weixin/index' },
})
