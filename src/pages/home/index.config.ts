export default definePageConfig({ navigationBarTitleText: '掌动态', enablePullDownRefresh: true })
