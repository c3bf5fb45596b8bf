export default definePageConfig({ navigationBarTitleText: '发放和收回', enablePullDownRefresh: true })
