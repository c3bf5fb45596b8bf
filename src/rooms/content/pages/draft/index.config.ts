export default definePageConfig({
  navigationBarTitleText: '写文章',
  usingComponents: { 'mp-html': '/rooms/content/mp-html/index' },
})
