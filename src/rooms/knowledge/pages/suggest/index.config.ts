export default definePageConfig({ navigationBarTitleText: '推荐一个词' })
