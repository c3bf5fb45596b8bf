export default definePageConfig({
  navigationBarTitleText: '文章',
  usingComponents: { 'mp-html': '/rooms/content/mp-html/index' },
})
